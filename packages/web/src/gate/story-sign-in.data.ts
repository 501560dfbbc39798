import type { Session, Status } from "@twinline/api";
import { arrivalTitle, gateLabel, zoneTitle } from "./story-words.data.ts";

export const session: Session = {
  officer: { id: "o_1", number: "0417", role: "duty_officer", side: "CN" },
  passkey: false,
  may: ["device.add"],
};

export const status: Status = {
  zone: "khorgos",
  title: zoneTitle,
  side: "CN",
  now: "2026-04-08T06:08:00Z",
  legalDay: "2026-04-08",
  timeZone: "Asia/Shanghai",
  ladder: "full",
  entries: 48_213,
  listsAsOf: "2026-04-08T06:07:48Z",
  rulebooks: [{ name: "khorgos/cn/arrival", title: arrivalTitle, hash: "5c1f0e", law: "2026-04-08" }],
  gates: [{ gate: "CN-1", side: "CN", label: gateLabel, lanes: ["1", "2", "3"] }],
};
