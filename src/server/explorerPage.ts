/** The explorer's page and the script that starts it; both run in the browser. */

export interface PageAssets {
  readonly css: string;
  readonly graphiql: string;
  readonly start: string;
  readonly favicon: string;
}

/** @param settings what `START_SCRIPT` reads; a data block, so no script has to be allowed in the page itself. */
export const explorerPage = (assets: PageAssets, settings: unknown): string => `<!doctype html>
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
    <script type="application/json" id="settings">${JSON.stringify(settings).replaceAll("<", "\\u003c")}</script>
    <script src="${assets.graphiql}"></script>
    <script src="${assets.start}"></script>
  </body>
</html>
`;

/**
 * Starts GraphiQL with a fetcher of our own: the one that comes with it does not hand the headers pane to
 * subscriptions, so the token would not reach the socket.
 */
export const START_SCRIPT = `"use strict";
const settings = JSON.parse(document.getElementById("settings").textContent);
self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_id, label) => settings.workers[label] };

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

YogaGraphiQL.renderYogaGraphiQL(document.getElementById("root"), {
  fetcher,
  title: "press-ledger",
  defaultTabs: settings.tabs,
  headers: settings.headers,
  shouldPersistHeaders: false,
});
`;
