const LINES = [
  ["zh", "页面尚未生成。请运行 npm run build，然后重新启动。"],
  ["kk", "Беттер әлі жиналмаған. npm run build іске қосып, жүйені қайта бастаңыз."],
  ["ru", "Страницы ещё не собраны. Выполните npm run build и запустите систему снова."],
  ["en", "The pages are not built yet. Run npm run build and start again."],
] as const;

/** What a screen shows when the web package was never built: it says so, in each of the zone's languages. */
export function notBuiltPage(): string {
  const lines = LINES.map(([code, text]) => `<p lang="${code}">${text}</p>`).join("\n");
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Twinline</title></head>
<body><main><h1>Twinline</h1>
${lines}
</main></body></html>
`;
}
