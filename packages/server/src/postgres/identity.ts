/** PostgreSQL refuses to run as root: a node started by root hands its database to this user (nobody). */
const NOBODY = 65534;

/** Who runs the server and owns its folders: uid and gid to change to, or nothing when the caller is an ordinary user. */
export type Identity = { uid: number; gid: number } | Record<string, never>;

export function serverIdentity(): Identity {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/** The uid that must own the data folder, or undefined on systems without uids. */
export function ownerUid(): number | undefined {
  return serverIdentity().uid ?? process.getuid?.();
}
