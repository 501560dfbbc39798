export { startTestServer, TEST_SOCKET } from "./testing/test-server.ts";
