export { type Config, type ConfigFlags, readConfig } from "./config.ts";
export { StartError } from "./errors.ts";
export type { Log } from "./http/request-log.ts";
export type { DemoOfficer } from "./officers/demonstration.ts";
export { PostgresError } from "./postgres/error.ts";
export { readSite, type SiteFiles } from "./site/files.ts";
export type { RunningNode } from "./start/running-node.ts";
export { type RunningZone, startZone, type ZoneOptions } from "./start/running-zone.ts";
export { startTestServer, TEST_SOCKET } from "./testing/test-server.ts";
