package dev.treadle.examples.kotlin

import dev.treadle.Treadle
import dev.treadle.api.Param
import dev.treadle.api.Pipeline
import dev.treadle.api.PipelineBuilder
import dev.treadle.examples.penguins.PenguinsPipeline
import kotlin.system.exitProcess

@JvmRecord
data class Params(
    @Param(defaultValue = "0.3", description = "share of the rows that is kept for the test")
    val testFraction: Double,
    @Param(defaultValue = "17", description = "seed of the split") val seed: Long,
)

/** Tells penguins apart by the nearest middle of a species. */
class KotlinPipeline : Pipeline<Params> {

  override fun define(p: PipelineBuilder, params: Params) {
    val rows = p.step(::load).with(p.external("penguins.json", PenguinsPipeline.data()))
    val split = p.step(::split).with(rows).with(params.testFraction).with(params.seed)
    val model = p.step(::train).with(split)
    p.step(::evaluate).with(model).with(split)
  }
}

fun main(args: Array<String>) {
  exitProcess(Treadle.run(KotlinPipeline(), *args).exitCode())
}
