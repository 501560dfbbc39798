import type { PassageAnswer, PassageRequest } from "@twinline/api";
import type { Lane } from "../../packages/cli/src/traffic/node-client.ts";

/** What the clients saw, kept in the process that never dies. */
export type Attempt = {
  readonly key: string;
  readonly lane: Lane;
  readonly request: PassageRequest;
  readonly answers: PassageAnswer[];
  /** Tries whose outcome nobody knew at the time: the line broke, or the node said it was busy with the answer lost. */
  unknown: number;
  /** The client gave up asking before it had an answer. */
  abandoned: boolean;
  /** A problem that ended the attempt (4xx): no entry may exist. */
  refusedWith?: string;
};

export class Tale {
  readonly attempts = new Map<string, Attempt>();
  badInputs = 0;
  badInputsTaken: string[] = [];
  reusedKeys = 0;
  reusedKeysTaken: string[] = [];
  tries = 0;
  busy = 0;
  serverErrors: string[] = [];

  begin(key: string, lane: Lane, request: PassageRequest): Attempt {
    const attempt: Attempt = { key, lane, request, answers: [], unknown: 0, abandoned: false };
    this.attempts.set(key, attempt);
    return attempt;
  }

  get unknownOutcomes(): number {
    return [...this.attempts.values()].reduce((sum, attempt) => sum + attempt.unknown, 0);
  }

  get answered(): number {
    return [...this.attempts.values()].filter((attempt) => attempt.answers.length > 0).length;
  }
}
