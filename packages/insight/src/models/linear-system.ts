import { LuDecomposition, Matrix } from "ml-matrix";
import { ModelInputError } from "./input.ts";

/** Solves A x = b by LU decomposition; a singular A is the input's fault and named so. */
export function solveLinear(a: readonly (readonly number[])[], b: readonly number[], name: string): readonly number[] {
  const factors = new LuDecomposition(new Matrix(a.map((row) => [...row])));
  if (factors.isSingular()) throw new ModelInputError(name, "a system with one solution is expected");
  const solution = factors.solve(Matrix.columnVector([...b])).to1DArray();
  if (!solution.every(Number.isFinite)) throw new ModelInputError(name, "a system with one solution is expected");
  return solution;
}
