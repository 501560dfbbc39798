import assert from "node:assert/strict";
import { test } from "node:test";
import { examples } from "./examples.ts";
import { PARAMETERS_MAX, parametersOf, withMoves } from "./parameters.ts";

for (const [model, { input }] of Object.entries(examples))
  test(`every parameter of ${model} is a number of its example, between its bounds, and moves nothing else`, () => {
    const parameters = parametersOf(model, input);
    assert.ok(parameters.length >= 4);
    for (const one of parameters) {
      assert.ok(one.least <= one.written && one.written <= one.most, one.id);
      assert.deepEqual(withMoves(input, parameters, {}), input);
      const moved = withMoves(input, parameters, { [one.id]: one.written });
      assert.deepEqual(withMoves(moved, parameters, {}), moved);
      // Put where it stands already, a parameter changes nothing but a default that is now written out.
      assert.deepEqual({ ...moved, lines: undefined }, { ...input, lines: undefined });
    }
  });

test("a moved number stands in the input, a moved list is multiplied whole", () => {
  const input = examples.gsim.input;
  const moved = withMoves(input, parametersOf("gsim", input), { tariffAfter: 0.5, substitutionElasticity: 2 });
  assert.deepEqual(
    { ...moved, tariffAfter: [] },
    { ...input, tariffAfter: [], substitutionElasticity: [10, 10, 10, 10] },
  );
  assert.equal((moved as typeof input).tariffAfter[1]![0], 0.37 / 2);
});

test("an input of another shape has no sliders, and one of many partners no more than fit", () => {
  assert.deepEqual(parametersOf("viner-customs-union", {}), []);
  assert.deepEqual(parametersOf("smart", { imports: "none" }), []);
  assert.deepEqual(parametersOf("no-such-model", {}), []);
  const imports = Array.from({ length: 40 }, (_, index) => ({ partner: `p${index}`, tariffAfter: 0 }));
  assert.equal(parametersOf("smart", { imports }).length, PARAMETERS_MAX);
});
