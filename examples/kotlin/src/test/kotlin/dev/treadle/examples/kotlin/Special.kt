package dev.treadle.examples.kotlin

import dev.treadle.api.NoParams
import dev.treadle.api.Pipeline
import dev.treadle.api.PipelineBuilder
import dev.treadle.api.Step
import dev.treadle.api.StepMethod
import dev.treadle.api.StepRef

@Step fun scaled(value: Double, factor: Double = 2.0): Double = value * factor

@Step suspend fun fetched(value: Double): Double = value

@JvmInline value class Celsius(val degrees: Double)

@Step fun warmer(value: Celsius): Celsius = Celsius(value.degrees + 1)

class AllBound : Pipeline<NoParams> {
  override fun define(p: PipelineBuilder, params: NoParams) {
    p.step(::scaled).with(1.5).with(3.0)
  }
}

class DefaultLeftOut : Pipeline<NoParams> {
  override fun define(p: PipelineBuilder, params: NoParams) {
    p.step(StepMethod.Of1<Double, Double>(::scaled)).with(1.5)
  }
}

class ValueClass : Pipeline<NoParams> {
  override fun define(p: PipelineBuilder, params: NoParams) {
    p.step(::warmer).with(Celsius(1.5))
  }
}

class Suspended : Pipeline<NoParams> {
  override fun define(p: PipelineBuilder, params: NoParams) {
    p.step(StepRef.of(Class.forName("dev.treadle.examples.kotlin.SpecialKt"), "fetched"))
        .with("value", 1.5)
  }
}
