import type { Sentence } from "./allow.ts";
import { Case, casePolicy } from "./cases.ts";
import { Device, devicePolicy } from "./devices.ts";
import { Entry, entryPolicy } from "./entries.ts";
import { Node, nodePolicy } from "./node.ts";
import { Officer, officerPolicy } from "./officers.ts";
import { Passage, passagePolicy } from "./passages.ts";
import { Person, personPolicy } from "./persons.ts";
import { Queue, queuePolicy } from "./queue.ts";
import { Finding, LegalDay, Reservation, rightsPolicy, Sale } from "./rights.ts";
import { Rulebook, rulebookPolicy } from "./rulebooks.ts";
import { Seal, sealPolicy } from "./seals.ts";
import { Stay, stayPolicy } from "./stays.ts";
import type { SubjectKind } from "./subjects.ts";
import { Board, Capacity, Runner, supervisionPolicy } from "./supervision.ts";
import { WatchEntry, watchlistPolicy } from "./watchlist.ts";

/** Every kind of thing that is guarded. A new concept adds its kind here and its sentences below. */
export const subjectKinds: readonly SubjectKind[] = [
  Passage,
  Reservation,
  Sale,
  LegalDay,
  Finding,
  Seal,
  Stay,
  Board,
  Capacity,
  Runner,
  Case,
  Entry,
  Person,
  WatchEntry,
  Queue,
  Officer,
  Device,
  Rulebook,
  Node,
];

/** The whole policy of a side. */
export const policy: readonly Sentence[] = [
  ...passagePolicy,
  ...rightsPolicy,
  ...sealPolicy,
  ...stayPolicy,
  ...supervisionPolicy,
  ...casePolicy,
  ...entryPolicy,
  ...personPolicy,
  ...watchlistPolicy,
  ...queuePolicy,
  ...officerPolicy,
  ...devicePolicy,
  ...rulebookPolicy,
  ...nodePolicy,
];
