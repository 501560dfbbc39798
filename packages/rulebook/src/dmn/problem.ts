/**
 * Why a DMN model, or one decision of it, gives no answer here. `dmn/unreadable`: the file is no such XML.
 * `dmn/outside-profile`: found at load, `reason` names the construct. `dmn/no-answer`: this input leads to where
 * engines differ or to a number that decimal128 does not hold; silence is better than a guess. `dmn/no-form`: a
 * rulebook has something that DMN cannot say with the same meaning.
 */
export class DmnError extends Error {
  override readonly name = "DmnError";
  readonly id: "dmn/unreadable" | "dmn/outside-profile" | "dmn/no-answer" | "dmn/no-form";
  readonly reason: string;

  constructor(id: DmnError["id"], reason: string) {
    super(`Cannot ${actions[id]}: ${reason}`);
    this.id = id;
    this.reason = reason;
  }
}

const actions = {
  "dmn/unreadable": "read the model",
  "dmn/outside-profile": "import what is outside the profile",
  "dmn/no-answer": "decide",
  "dmn/no-form": "export",
} as const;

/** Stops loading a part of a model; `reason` is a noun phrase such as "for-loops". */
export function outside(reason: string): never {
  throw new DmnError("dmn/outside-profile", reason);
}

/** Stops a decision. */
export function noAnswer(reason: string): never {
  throw new DmnError("dmn/no-answer", reason);
}

/** Refuses a file. */
export function unreadable(reason: string): never {
  throw new DmnError("dmn/unreadable", reason);
}

/** Stops an export. */
export function noForm(reason: string): never {
  throw new DmnError("dmn/no-form", reason);
}
