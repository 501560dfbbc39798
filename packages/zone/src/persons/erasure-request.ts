import { isObject, type Json, type JsonObject } from "../spine/json.ts";
import { BodyError, getInteger, getText } from "../spine/read-body.ts";
import type { Change, Row, State, StateKey } from "../spine/state.ts";

/** Table of the requests to destroy a person's data, by token; the newest of each person. */
export const ERASURE_REQUEST = "erasure_request";

export const requestStates = ["open", "erased", "refused"] as const;
export type RequestState = (typeof requestStates)[number];

/** A person asks that her data be destroyed. Days are legal days; `dueDay` is the last on which the answer is in time. */
export type ErasureRequest = {
  readonly person: string;
  /** The stay in which she asked. */
  readonly visit: string;
  readonly state: RequestState;
  readonly askedDay: number;
  readonly dueDay: number;
  /** Why it was refused, a code of the zone's file. */
  readonly code?: string;
};

export function erasureRequestKey(person: string): StateKey {
  return { table: ERASURE_REQUEST, key: person };
}

export function findErasureRequest(state: State, person: string): ErasureRequest | undefined {
  const row = state.find(ERASURE_REQUEST, person);
  return row === undefined ? undefined : erasureRequestOf(row);
}

/** Reads a request from a row of state or from an entry's `request`. Throws BodyError when it is not one. */
export function erasureRequestOf(fields: Row | JsonObject): ErasureRequest {
  const state = requestStates.find((one) => one === fields.state);
  if (state === undefined) throw new BodyError("state", `one of ${requestStates.join(", ")}`);
  return {
    person: getText(fields, "person"),
    visit: getText(fields, "visit"),
    state,
    askedDay: getInteger(fields, "askedDay"),
    dueDay: getInteger(fields, "dueDay"),
    ...(typeof fields.code === "string" ? { code: fields.code } : {}),
  };
}

/** What an entry leaves of the request that it writes under `request`; nothing when it writes none. */
export function putErasureRequest(written: Json | undefined, number: number): readonly Change[] {
  if (!isObject(written)) return [];
  const request = erasureRequestOf(written);
  return [{ kind: "put", ...erasureRequestKey(request.person), row: { ...request, entry: number } }];
}
