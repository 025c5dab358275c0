/** The explorer's page and the script that starts it; both run in the browser. */

export interface PageAssets {
  readonly css: string;
  readonly graphiql: string;
  readonly start: string;
  readonly favicon: string;
}

/** @param settings what `START_SCRIPT` reads; a data block, so no script has to be allowed in the page itself. */
export const explorerPage = (assets: PageAssets, settings: object): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>press-ledger</title>
    <link rel="icon" href="${assets.favicon}" />
    <link rel="stylesheet" href="${assets.css}" />
  </head>
  <body class="no-focus-outline">
    <noscript>The explorer needs JavaScript. The API itself is at /graphql.</noscript>
    <div id="root"></div>
    <script type="application/json" id="settings">${JSON.stringify({ ...settings, codeFonts: FONTS }).replaceAll("<", "\\u003c")}</script>
    <script src="${assets.start}"></script>
    <script src="${assets.graphiql}"></script>
  </body>
</html>
`;

/** The code font. GraphiQL's own lacks the Vietnamese letters, and marks of another font stand beside the letter. */
const CODE_FONT = "Roboto Mono";

const FONTS = `"${CODE_FONT}", ui-monospace, Menlo, Consolas, monospace`;

/**
 * The page's own rules, after GraphiQL's. Where there is no room for panes side by side they stand one below the other, and
 * the page scrolls.
 * @param latin the file of the font's plain letters, of no range: so it draws a letter with a combining mark, too
 * @param vietnamese the file of its Vietnamese letters, which goes before the other, as it is named after it; breve and horn
 *   are in its range because it alone has the letters that they make
 */
export const pageStyle = (latin: string, vietnamese: string): string => `
@font-face { font-family: "${CODE_FONT}"; src: url(${latin}) format("woff2"); }
@font-face {
  font-family: "${CODE_FONT}";
  src: url(${vietnamese}) format("woff2");
  unicode-range: U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0306, U+031B, U+1EA0-1EF9, U+20AB;
}
.graphiql-container { --font-family-mono: ${FONTS}; height: 100dvh; }
.graphiql-container .graphiql-logo { white-space: nowrap; }
/* A tab that is pressed would move from under the pointer, to be dragged, and so not be chosen. */
.graphiql-container .graphiql-tab { transform: none !important; }

@media (max-width: 720px) {
  .graphiql-container { flex-direction: column; height: auto; min-height: 100dvh; width: 100%; overflow: visible; }
  .graphiql-container .graphiql-sidebar { flex-direction: row; width: 100%; box-sizing: border-box; }
  .graphiql-container .graphiql-sidebar > :nth-last-child(3) { margin-left: auto; }
  .graphiql-container .graphiql-main { flex-direction: column; flex: none; }
  .graphiql-container .graphiql-main > *,
  .graphiql-container #graphiql-session > * { flex: none !important; }
  .graphiql-container .graphiql-plugin { border: 0; padding: 12px; overflow-wrap: anywhere; max-height: 75dvh; box-sizing: border-box; }
  .graphiql-container .graphiql-horizontal-drag-bar,
  .graphiql-container .graphiql-logo { display: none; }
  .graphiql-container .graphiql-sessions { margin: 0; border-radius: 0; max-height: none; min-width: 0; }
  .graphiql-container #graphiql-session { flex-direction: column; flex: none; padding: 0; }
  .graphiql-container .graphiql-editors { border-radius: 0; }
  .graphiql-container .graphiql-query-editor { flex-direction: column; gap: 8px; padding: 8px; height: 62dvh; flex: none !important; box-sizing: border-box; }
  .graphiql-container .graphiql-query-editor > :not(.graphiql-toolbar) { flex: 1; min-height: 0; width: 100%; }
  .graphiql-container .graphiql-toolbar { flex-direction: row; width: 100%; order: -1; }
  .graphiql-container .graphiql-editor-tool { padding: 8px; height: 36dvh; flex: none !important; box-sizing: border-box; }
  .graphiql-container .graphiql-editor-tools { cursor: default; }
  .graphiql-container .graphiql-response { height: 80dvh; padding: 8px; box-sizing: border-box; overflow: hidden; }
}
`;

/**
 * Starts GraphiQL with a fetcher of our own: the one that comes with it does not hand the headers pane to
 * subscriptions, so the token would not reach the socket.
 */
export const START_SCRIPT = `"use strict";
const settings = JSON.parse(document.getElementById("settings").textContent);
// Read by the editor as it loads, after this script. Its API is the way to each editor that GraphiQL opens.
self.MonacoEnvironment = { globalAPI: true, getWorkerUrl: (_id, label) => settings.workers[label] };

const send = async (operation, headers) => {
  const response = await fetch(settings.endpoint, {
    method: "POST",
    headers: { accept: "application/graphql-response+json, application/json;q=0.9", ...headers, "content-type": "application/json" },
    body: JSON.stringify(operation),
  });
  return response.json();
};

/** One subscription on a socket of its own, by the graphql-transport-ws protocol. */
async function* follow(operation, headers) {
  const endpoint = new URL(settings.endpoint, location.href);
  endpoint.protocol = endpoint.protocol.replace("http", "ws");
  const socket = new WebSocket(endpoint, "graphql-transport-ws");
  const arrived = [];
  // The pane has room for one answer: it is given the latest results together, or a figure's first value would be gone
  // as soon as the next item comes.
  let shown = [];
  let wake = () => {};
  let ended = false;
  const end = (result) => {
    if (result) arrived.push(result);
    ended = true;
    wake();
  };
  const tell = (message) => socket.send(JSON.stringify(message));
  socket.onopen = () => tell({ type: "connection_init", payload: headers });
  socket.onclose = ({ code, reason }) => end(ended ? undefined : { errors: [{ message: "The socket was closed: " + code + " " + reason }] });
  socket.onmessage = ({ data }) => {
    const { type, payload } = JSON.parse(data);
    if (type === "connection_ack") tell({ id: "1", type: "subscribe", payload: operation });
    else if (type === "ping") tell({ type: "pong" });
    else if (type === "error") end({ errors: payload });
    else if (type === "complete") end();
    else if (type === "next") {
      arrived.push(payload);
      wake();
    }
  };
  try {
    while (true) {
      if (arrived.length > 0) {
        shown = [...arrived.splice(0).reverse(), ...shown].slice(0, 20);
        yield { data: { "latest first": shown.map((result) => (result.errors ? result : result.data)) } };
      }
      if (ended) return;
      await new Promise((resolve) => (wake = resolve));
    }
  } finally {
    ended = true;
    socket.close(1000);
  }
}

const isSubscription = (operation, { documentAST } = {}) =>
  (documentAST?.definitions ?? []).some(
    (one) =>
      one.kind === "OperationDefinition" &&
      one.operation === "subscription" &&
      (!operation.operationName || one.name?.value === operation.operationName),
  );

const fetcher = (operation, options = {}) => {
  const headers = options.headers ?? {};
  return isSubscription(operation, options) ? follow(operation, headers) : send(operation, headers);
};

const narrow = matchMedia("(max-width: 720px)");
const suit = (editor) =>
  editor.updateOptions({
    fontFamily: settings.codeFonts,
    fontLigatures: false,
    wordWrap: "on",
    wrappingIndent: "same",
    lineNumbers: narrow.matches ? "off" : "on",
    folding: !narrow.matches,
    lineDecorationsWidth: narrow.matches ? 4 : 10,
    unicodeHighlight: { ambiguousCharacters: false },
  });
const suitEach = (monaco) => {
  monaco.editor.onDidCreateEditor(suit);
  // It has measured what stood in for the font until that came.
  void document.fonts.load('15px "${CODE_FONT}"', "aế").then(() => monaco.editor.remeasureFonts());
  narrow.addEventListener("change", () => monaco.editor.getEditors().forEach(suit));
};

/**
 * GraphiQL would open with the tabs of last time, so with examples of another ledger or day, and without the token: of those
 * only what somebody wrote is kept, behind today's examples.
 */
function tabsOfLastTime() {
  const [tabs, given] = ["graphiql:tabState", "press-ledger:examples"];
  const keyOf = ({ query, variables }) => JSON.stringify([query, variables]);
  const read = (name) => JSON.parse(localStorage.getItem(name) ?? "null");
  try {
    const examples = new Set([...(read(given) ?? []), ...settings.tabs.map(keyOf)]);
    const kept = (read(tabs)?.tabs ?? []).filter((tab) => tab.query?.trim() && !examples.has(keyOf(tab)));
    localStorage.removeItem(tabs);
    localStorage.setItem(given, JSON.stringify(settings.tabs.map(keyOf)));
    return kept.map(({ query, variables }) => ({ query, variables }));
  } catch {
    return []; // A browser that keeps nothing, or something else that was kept.
  }
}

addEventListener("DOMContentLoaded", () => {
  suitEach(self.monaco);
  YogaGraphiQL.renderYogaGraphiQL(document.getElementById("root"), {
    fetcher,
    title: "press-ledger",
    defaultTabs: [...settings.tabs, ...tabsOfLastTime()].map((tab) => ({ ...tab, headers: settings.headers })),
    headers: settings.headers,
    // Of the tab it opens with, which does not show its own.
    variables: settings.tabs[0].variables,
    shouldPersistHeaders: false,
    // The one that comes with it writes the query into the page's address, and so into histories and logs.
    onEditQuery: () => {},
  });
});
`;
