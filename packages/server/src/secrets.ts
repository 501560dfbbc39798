import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { StartError } from "./errors.ts";

/** Keys of the node, by purpose ("journal", "vault"): 32 random bytes each, made at first use and kept for ever. */
export type Secrets = { get(name: string): Buffer };

const SECRET_BYTES = 32;
const NAME = /^[a-z][a-z0-9-]{0,30}$/;

/** @param folder outside the database, so that a stolen database dump opens no vault and signs no receipt */
export function openSecrets(folder: string): Secrets {
  const known = new Map<string, Buffer>();
  return {
    get(name) {
      const secret = known.get(name) ?? readOrMake(folder, name);
      known.set(name, secret);
      return secret;
    },
  };
}

/** @returns secrets that live as long as the process */
export function memorySecrets(): Secrets {
  const known = new Map<string, Buffer>();
  return {
    get(name) {
      const secret = known.get(name) ?? randomBytes(SECRET_BYTES);
      known.set(name, secret);
      return secret;
    },
  };
}

function readOrMake(folder: string, name: string): Buffer {
  if (!NAME.test(name)) throw new RangeError(`Cannot name a secret "${name}"`);
  const file = path.join(folder, name);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  make(file);
  const secret = fs.readFileSync(file);
  if (secret.length === SECRET_BYTES && (fs.statSync(file).mode & 0o077) === 0) return secret;
  throw new StartError(
    "start/secret",
    `Cannot use the key file "${file}": it must hold ${SECRET_BYTES} bytes and be readable by its owner only; run "chmod 600 ${file}", or bring it back from your backup`,
    { file },
  );
}

/** Written beside and linked, so that a killed start leaves no half key and two starts agree on one. */
function make(file: string): void {
  if (fs.existsSync(file)) return;
  const draft = `${file}.new-${process.pid}`;
  const handle = fs.openSync(draft, "w", 0o600);
  fs.writeSync(handle, randomBytes(SECRET_BYTES));
  fs.fsyncSync(handle);
  fs.closeSync(handle);
  try {
    fs.linkSync(draft, file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}
