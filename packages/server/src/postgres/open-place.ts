import fs from "node:fs";
import path from "node:path";
import { serverIdentity } from "./identity.ts";

/** Where a node started by root keeps what its database's user could not reach otherwise. */
export const OPEN_PLACE = "/var/lib/twinline";

const OTHERS_MAY_PASS = 0o001;

/** The first folder above `target` that the database's user cannot pass, or undefined. Ordinary users own their path. */
export function findClosedParent(target: string): string | undefined {
  if (serverIdentity().uid === undefined) return undefined;
  const parents: string[] = [];
  for (let at = path.dirname(target); ; at = path.dirname(at)) {
    parents.unshift(at);
    if (at === path.dirname(at)) break;
  }
  return parents.find((folder) => fs.existsSync(folder) && !mayPass(folder));
}

function mayPass(folder: string): boolean {
  const { mode, uid } = fs.statSync(folder);
  return (mode & OTHERS_MAY_PASS) !== 0 || (uid === serverIdentity().uid && (mode & 0o100) !== 0);
}
