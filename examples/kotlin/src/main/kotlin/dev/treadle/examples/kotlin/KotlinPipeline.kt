package dev.treadle.examples.kotlin

import dev.treadle.Treadle
import dev.treadle.api.NoParams
import dev.treadle.api.Pipeline
import dev.treadle.api.PipelineBuilder
import dev.treadle.examples.penguins.PenguinsPipeline
import kotlin.system.exitProcess

/** Tells penguins apart by the nearest middle of a species. */
class KotlinPipeline : Pipeline<NoParams> {

  override fun define(p: PipelineBuilder, params: NoParams) {
    val rows = p.step(::load).with(p.external("penguins.json", PenguinsPipeline.data()))
    val split = p.step(::split).with(rows).with(0.3).with(17L)
    val model = p.step(::train).with(split)
    p.step(::evaluate).with(model).with(split)
  }
}

fun main(args: Array<String>) {
  exitProcess(Treadle.run(KotlinPipeline(), *args).exitCode())
}
