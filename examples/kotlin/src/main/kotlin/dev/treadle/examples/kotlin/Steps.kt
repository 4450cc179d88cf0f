package dev.treadle.examples.kotlin

import com.fasterxml.jackson.databind.json.JsonMapper
import dev.treadle.api.Outputs
import dev.treadle.api.Step
import dev.treadle.api.StepContext
import java.nio.file.Path
import java.util.Random
import kotlin.math.roundToInt
import kotlin.math.sqrt

/** Beak length, beak depth and flipper length in millimetres, body mass in grams. */
@JvmRecord data class Penguin(val species: String, val measures: List<Double>)

@JvmRecord data class Split(val train: List<Penguin>, val test: List<Penguin>) : Outputs

/** The middle of each species, on measures scaled by mean and deviation. */
@JvmRecord
data class Centres(
    val means: List<Double>,
    val deviations: List<Double>,
    val bySpecies: Map<String, List<Double>>,
)

@JvmRecord data class Scores(val correct: Int, val total: Int)

private val COLUMNS =
    listOf("Beak Length (mm)", "Beak Depth (mm)", "Flipper Length (mm)", "Body Mass (g)")

@Step
fun load(ctx: StepContext, file: Path): List<Penguin> {
  val rows = JsonMapper().readTree(file.toFile())
  val complete =
      rows
          .filter { row -> COLUMNS.all { row.path(it).isNumber } }
          .map { row -> Penguin(row["Species"].asText(), COLUMNS.map { row[it].asDouble() }) }
  ctx.metadata("dropped", rows.size() - complete.size)
  return complete
}

@Step
fun split(rows: List<Penguin>, testFraction: Double, seed: Long): Split {
  require(testFraction > 0 && testFraction < 1) {
    "testFraction must be between 0 and 1, but is $testFraction"
  }
  val shuffled = rows.toMutableList().apply { shuffle(Random(seed)) }
  val cut = shuffled.size - (shuffled.size * testFraction).roundToInt()
  return Split(shuffled.take(cut), shuffled.drop(cut))
}

@Step
fun train(data: Split): Centres {
  val rows = data.train
  val means = COLUMNS.indices.map { i -> rows.map { it.measures[i] }.average() }
  val deviations =
      COLUMNS.indices.map { i ->
        sqrt(rows.map { (it.measures[i] - means[i]).let { d -> d * d } }.average())
      }
  val centres =
      rows
          .groupBy { it.species }
          .toSortedMap()
          .mapValues { (_, own) ->
            COLUMNS.indices.map { i -> own.map { (it.measures[i] - means[i]) / deviations[i] }.average() }
          }
  return Centres(means, deviations, centres)
}

@Step
fun evaluate(ctx: StepContext, model: Centres, data: Split): Scores {
  val test = data.test
  val correct = test.count { nearest(model, it) == it.species }
  ctx.metric("accuracy", correct.toDouble() / test.size)
  return Scores(correct, test.size)
}

private fun nearest(model: Centres, penguin: Penguin): String =
    model.bySpecies.minBy { (_, centre) ->
          centre.indices.sumOf { i ->
            val d = (penguin.measures[i] - model.means[i]) / model.deviations[i] - centre[i]
            d * d
          }
        }
        .key
