import { type Device, deviceOf, type Officer, officerOf, type Passkey, passkeyOf } from "@twinline/zone";
import type { Queries } from "../database.ts";

/** Most officers, passkeys or devices that one page lists; a side of a zone has some hundreds. */
export const ROLL_MAX = 500;

/** The officer of that id, active or not. */
export async function findOfficerRow(db: Queries, officer: string): Promise<Officer | undefined> {
  const { rows } = await db.query<Record<string, unknown>>(
    "select * from officer where key = $1",
    [officer],
    "officer",
  );
  return rows[0] === undefined ? undefined : officerOf(rows[0]);
}

export async function listOfficers(db: Queries): Promise<(Officer & { passkeys: string[] })[]> {
  const { rows } = await db.query<Record<string, unknown> & { passkeys: string[] }>(
    `select o.*, array(select p.key from passkey p where p.officer = o.key and p.active order by p.key) as passkeys
     from officer o order by active desc, number limit $1`,
    [ROLL_MAX],
  );
  return rows.map((row) => ({ ...officerOf(row), passkeys: row.passkeys }));
}

/**
 * One officer for each role and side that anybody but this officer has or had; who left without ever a passkey could never
 * sign and does not count, so that a first invitation that was lost can be made anew.
 */
export async function rolesBeside(db: Queries, officer: string): Promise<Pick<Officer, "officer" | "role" | "side">[]> {
  const { rows } = await db.query<Pick<Officer, "officer" | "role" | "side">>(
    `select min(o.key) as officer, o.role, o.side from officer o
     where o.key <> $1 and (o.active or exists (select 1 from passkey p where p.officer = o.key))
     group by o.role, o.side`,
    [officer],
  );
  return rows;
}

/** The passkey of that credential id with the count of its uses, if it and its officer are still active. */
export async function findActivePasskey(
  db: Queries,
  credential: string,
): Promise<(Passkey & { uses: number }) | undefined> {
  const { rows } = await db.query<Record<string, unknown> & { uses: number | null }>(
    `select p.credential, p.officer, p.public_key as "publicKey", p.active, u.uses
     from passkey p join officer o on o.key = p.officer left join passkey_use u on u.credential = p.credential
     where p.key = $1 and p.active and o.active`,
    [credential],
  );
  return rows[0] === undefined ? undefined : { ...passkeyOf(rows[0]), uses: rows[0].uses ?? 0 };
}

export async function listPasskeys(db: Queries, officer: string): Promise<Passkey[]> {
  const { rows } = await db.query<Record<string, unknown>>(
    `select credential, officer, public_key as "publicKey", active from passkey where officer = $1 and active limit $2`,
    [officer, ROLL_MAX],
  );
  return rows.map(passkeyOf);
}

/** Whether nobody can sign in here by a key yet: a fresh zone. */
export async function isWithoutPasskeys(db: Queries): Promise<boolean> {
  return (await db.query("select 1 from passkey where active limit 1")).count === 0;
}

/** The device of that key id, if it is in use. */
export async function findActiveDevice(db: Queries, device: string): Promise<Device | undefined> {
  const { rows } = await db.query<Record<string, unknown>>(
    `select device, side, gate, lane, public_key as "publicKey", automatic,
       device_kind as "deviceKind", active from device where key = $1 and active`,
    [device],
    "device",
  );
  return rows[0] === undefined ? undefined : deviceOf(rows[0]);
}

export async function listDevices(db: Queries): Promise<Device[]> {
  const { rows } = await db.query<Record<string, unknown>>(
    `select device, side, gate, lane, public_key as "publicKey", automatic,
       device_kind as "deviceKind", active from device
     order by active desc, gate, lane limit $1`,
    [ROLL_MAX],
  );
  return rows.map(deviceOf);
}
