/** The zone, the options and the ways to fail that tests of the machine-readable zone share. */
import assert from "node:assert/strict";
import { dayNumber } from "../../calendar/legal-day.ts";
import { DocumentError } from "../document-error.ts";
import { type MrzOptions, readMrz } from "../read-mrz.ts";
import type { TravelDocument } from "../travel-document.ts";
import { writeMrz, type ZoneFields } from "./write-mrz.ts";

const rows = [
  { code: "P*", issuer: "*", kind: "passport" },
  { code: "C<", issuer: "CHN", kind: "hk_macao_permit" },
  { code: "I*", issuer: "KAZ", kind: "id_card_kz" },
  { code: "*", issuer: "*", kind: "other" },
];
export const options: MrzOptions = { legalDay: dayNumber("2011-06-01"), rows, specimens: true };
export const specimen = [
  "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
  "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
] as const;

export function faultOf(lines: readonly string[], more: Partial<MrzOptions> = {}): DocumentError {
  try {
    readMrz(lines, { ...options, ...more });
  } catch (error) {
    assert.ok(error instanceof DocumentError, String(error));
    return error;
  }
  return assert.fail("the zone was taken");
}

export function bornText({ born }: TravelDocument): string {
  return [born?.year, born?.month, born?.day].map((part) => String(part).padStart(2, "0")).join("-");
}

export function td3(changes: Partial<ZoneFields>): readonly string[] {
  const base: ZoneFields = {
    format: "TD3",
    code: "P",
    issuer: "KAZ",
    nationality: "KAZ",
    number: "N01234567",
    born: "850615",
    expires: "310614",
    sex: "F",
    names: "AKHMETOVA<<ALIYA",
    optional: "",
  };
  return writeMrz({ ...base, ...changes });
}
