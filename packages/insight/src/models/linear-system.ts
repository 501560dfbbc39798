import { Matrix, solve } from "ml-matrix";
import { ModelInputError } from "./input.ts";

/** Solves A x = b by LU decomposition; a singular A is the input's fault and named so. */
export function solveLinear(a: readonly (readonly number[])[], b: readonly number[], name: string): readonly number[] {
  const matrix = new Matrix(a.map((row) => [...row]));
  const solution = solve(matrix, Matrix.columnVector([...b])).to1DArray();
  if (!solution.every(Number.isFinite)) throw new ModelInputError(name, "a system with one solution is expected");
  return solution;
}
