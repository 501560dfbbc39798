// Plain JavaScript on purpose: it must run on any Node, so that an old one gets a sentence instead of a stack trace.
const NODE_MAJOR_MIN = 26;
if (Number.parseInt(process.versions.node, 10) < NODE_MAJOR_MIN) {
  console.error(
    `Twinline runs on Node ${NODE_MAJOR_MIN}, which "npm ci" installs into node_modules; this is Node ${process.versions.node}.\n` +
      "Run it through npm (npm start, npm test), not with the machine's own node. If that fails too, run: npm ci",
  );
  process.exit(3);
}
