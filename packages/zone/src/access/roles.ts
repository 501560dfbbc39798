/** What an officer is here to do. One officer has one role on one side; two tasks mean two badges. */
export const officerRoles = ["gate_officer", "duty_officer", "customs_officer", "analyst", "administrator"] as const;
export type OfficerRole = (typeof officerRoles)[number];

/** A registered device by itself: a lane that works without an officer, a gate that delivers and fetches, a merchant's till. */
export const deviceRoles = ["automatic_lane", "gate_post", "till"] as const;
export type DeviceRole = (typeof deviceRoles)[number];

/** Everyone a policy can speak of: the officers, and devices by themselves. */
export const roles = [...officerRoles, ...deviceRoles] as const;
export type Role = (typeof roles)[number];

/** A registered gate or till: where it stands decides what may be recorded on it. */
export type Post = { readonly device: string; readonly side: string; readonly gate: string; readonly lane: string };

/** Who asks: an officer (or an automatic lane) of one side, at a post when the request was signed by one. */
export type Actor = {
  readonly role: Role;
  readonly side: string;
  /** Officer's id; absent for a device by itself. */
  readonly officer?: string;
  readonly post?: Post;
};

/** Whether the text is the name of an officer's role. */
export function isOfficerRole(text: string): text is OfficerRole {
  return (officerRoles as readonly string[]).includes(text);
}

/** Whether nobody stands at it: the device alone asks. */
export function isDeviceRole(role: Role): role is DeviceRole {
  return (deviceRoles as readonly string[]).includes(role);
}
