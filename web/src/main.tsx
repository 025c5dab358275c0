import { render } from "preact";
import { App } from "./app.tsx";
import { loadSheet, catalog } from "./catalog.ts";
import { currentPlace } from "./place.ts";
import { routeOf } from "./routes.ts";
import { loadViewer } from "./viewer.ts";
import { languageIn } from "./words/words.ts";

document.documentElement.lang = languageIn(currentPlace().query);
const root = document.getElementById("root");
if (!root) throw new Error("The page has no root.");
// What every page needs is asked for at once, not one after the other.
void loadSheet(catalog.terms).catch(() => undefined);
void routeOf(currentPlace().path)
  ?.load()
  .catch(() => undefined);
if (currentPlace().path === "/") for (const { sheet } of catalog.figures) void loadSheet(sheet).catch(() => undefined);
// Over plain http browsers have none. When the page stands: it needs the network first.
if ("serviceWorker" in navigator)
  addEventListener("load", () => {
    void navigator.serviceWorker.register("/page/worker.js", { scope: "/" }).catch(() => undefined);
  });
void loadViewer()
  .catch(() => undefined)
  .then(() => render(<App />, root));
