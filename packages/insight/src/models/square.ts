import { type Input, ModelInputError } from "./input.ts";

/** A square matrix of numbers, one row for each of `size` members. */
export function squareMatrix(input: Input, name: string, size: number): readonly (readonly number[])[] {
  const rows = input.list(name);
  if (rows.length !== size) throw new ModelInputError(input.at(name), `${size} rows are expected`);
  return rows.map((row, index) => {
    const place = `${input.at(name)}[${index}]`;
    if (!Array.isArray(row) || row.length !== size)
      throw new ModelInputError(place, `a row of ${size} numbers is expected`);
    return row.map((cell: unknown) => {
      if (typeof cell !== "number" || !Number.isFinite(cell)) throw new ModelInputError(place, "numbers are expected");
      return cell;
    });
  });
}

/** A vector of numbers, one for each of `size` members; one number alone stands for all of them. */
export function vector(input: Input, name: string, size: number): readonly number[] {
  if (typeof input.fields[name] === "number") return Array.from({ length: size }, () => input.number(name));
  const numbers = input.numbers(name);
  if (numbers.length !== size) throw new ModelInputError(input.at(name), `${size} numbers are expected`);
  return numbers;
}
