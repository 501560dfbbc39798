import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { deviation, type Maybe, mean } from "./statistics.ts";

/**
 * Weights from the first principal component of the correlations: squared loadings, which sum to 1 (OECD/JRC handbook
 * 2008, step 6). Units with a missing value are left out.
 *
 * @param columns one column a child, all over the same units; undefined when fewer than three units are complete
 */
export function componentWeights(columns: readonly (readonly Maybe[])[]): readonly number[] | undefined {
  const complete =
    columns[0]?.flatMap((_, unit) => (columns.every((column) => column[unit] !== null) ? [unit] : [])) ?? [];
  if (complete.length < 3) return undefined;
  const scores = columns.map((column) => {
    const own = complete.map((unit) => column[unit]!);
    const [centre, scale] = [mean(own), deviation(own)];
    return own.map((value) => (value - centre) / scale);
  });
  const correlations = scores.map((one) =>
    scores.map((other) => one.reduce((sum, value, at) => sum + value * other[at]!, 0) / (complete.length - 1)),
  );
  if (!correlations.flat().every(Number.isFinite)) return undefined;
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(correlations), {
    assumeSymmetric: true,
  });
  const first = realEigenvalues.indexOf(Math.max(...realEigenvalues));
  return eigenvectorMatrix.getColumn(first).map((loading) => loading ** 2);
}
