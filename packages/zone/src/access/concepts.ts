import { addDevice } from "../devices/add-device.ts";
import { revokeDevice } from "../devices/revoke-device.ts";
import { addOfficer } from "../officers/add-officer.ts";
import { addPasskey } from "../officers/add-passkey.ts";
import { inviteOfficer } from "../officers/invite-officer.ts";
import { revokeOfficer } from "../officers/revoke-officer.ts";
import { revokePasskey } from "../officers/revoke-passkey.ts";
import { signIn } from "../officers/sign-in.ts";
import { askErasure } from "../persons/ask-erasure.ts";
import { erasePerson } from "../persons/erase-person.ts";
import { refuseErasure } from "../persons/refuse-erasure.ts";
import type { AnyConcept } from "../spine/concept.ts";
import { addWatch } from "../watchlist/add-watch.ts";
import { withdrawWatch } from "../watchlist/withdraw-watch.ts";

/** Who works here, with which keys, and who is watched for or forgotten: the spine's concepts of access. */
export const accessConcepts: readonly AnyConcept[] = [
  addOfficer,
  inviteOfficer,
  revokeOfficer,
  addPasskey,
  revokePasskey,
  signIn,
  addDevice,
  revokeDevice,
  addWatch,
  withdrawWatch,
  askErasure,
  refuseErasure,
  erasePerson,
];
