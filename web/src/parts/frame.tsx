import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useFeedState } from "../ledger/head.ts";
import { goTo, href, hrefWith, usePlace } from "../place.ts";
import { useViewer, type Viewer } from "../viewer.ts";
import { useLanguage, useWords, type Words } from "../words/words.ts";
import { AsOfBar } from "./asOfBar.tsx";
import { PageTools } from "./pageTools.tsx";
import { Who } from "./who.tsx";

interface Entry {
  readonly path: string;
  readonly name: keyof Words["nav"];
  readonly isFor: (viewer: Viewer) => boolean;
}

const everybody = (): boolean => true;
const readers = ({ mayRead }: Viewer): boolean => mayRead;

const NAV: readonly Entry[] = [
  { path: "/", name: "figures", isFor: everybody },
  { path: "/today", name: "today", isFor: readers },
  { path: "/visit/new", name: "newVisit", isFor: ({ role }) => ["CLERK", "PRESS_OFFICER", "ADMIN"].includes(role) },
  { path: "/desk", name: "desk", isFor: ({ role }) => ["INSPECTOR", "PRESS_OFFICER", "ADMIN"].includes(role) },
  { path: "/board", name: "board", isFor: readers },
  { path: "/dossier", name: "dossiers", isFor: readers },
  { path: "/registers", name: "registers", isFor: everybody },
  { path: "/records", name: "records", isFor: readers },
  { path: "/timeline", name: "timeline", isFor: readers },
  { path: "/live", name: "live", isFor: everybody },
];

/** What is around every screen: where one can go, the search, as of when, who one is, and what one may take along. */
export function Frame({ children }: { readonly children: ComponentChildren }) {
  const words = useWords();
  const language = useLanguage();
  const viewer = useViewer();
  const { path } = usePlace();
  const [open, setOpen] = useState(false);
  const isHere = (to: string): boolean =>
    to === "/" ? path === "/" || path.startsWith("/figures") : path.startsWith(to);
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class="head">
        <div class="head-row">
          <a class="brand" href={href("/")}>
            {words.title}
          </a>
          {viewer.mayRead && <SearchBox />}
          <div class="head-end">
            {viewer.mayFollow && <Listening />}
            <a
              class="language"
              lang={language === "vi" ? "en" : "vi"}
              href={hrefWith({ lang: language === "vi" ? "en" : null })}
            >
              <span class="on-desk">{language === "vi" ? words.common.english : words.common.vietnamese}</span>
              <abbr class="on-phone" title={language === "vi" ? words.common.english : words.common.vietnamese}>
                {language === "vi" ? "EN" : "VI"}
              </abbr>
            </a>
            <button
              type="button"
              class="menu-button"
              aria-expanded={open}
              aria-controls="nav"
              onClick={() => setOpen(!open)}
            >
              {words.nav.menu}
            </button>
            <Who />
          </div>
        </div>
        <nav id="nav" class={open ? "nav open" : "nav"} aria-label={words.nav.label}>
          <ul>
            {NAV.filter(({ isFor }) => isFor(viewer)).map(({ path: to, name }) => (
              <li key={to}>
                <a href={href(to)} aria-current={isHere(to) ? "page" : undefined} onClick={() => setOpen(false)}>
                  {words.nav[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <AsOfBar />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer class="foot">
        <PageTools />
      </footer>
    </>
  );
}

function SearchBox() {
  const words = useWords();
  const { query } = usePlace();
  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const text = String(new FormData(event.currentTarget).get("q") ?? "").trim();
        if (text !== "") goTo(href("/search", { q: text }));
      }}
    >
      <input
        type="search"
        name="q"
        key={query.get("q") ?? ""}
        defaultValue={query.get("q") ?? ""}
        aria-label={words.search.label}
        placeholder={words.search.placeholder}
        autocomplete="off"
      />
    </form>
  );
}

function Listening() {
  const words = useWords();
  const state = useFeedState();
  const text = state === "LIVE" ? words.common.live : words.common.broken;
  return (
    <span class={`listening ${state.toLowerCase()}`} role="status" title={text}>
      <span class="only-read">{text}</span>
    </span>
  );
}
