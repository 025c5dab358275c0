import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useTerms } from "./catalog.ts";
import { Frame } from "./parts/frame.tsx";
import { noteMissing, useMissing } from "./parts/missing.ts";
import { NotForYou } from "./parts/who.tsx";
import { Unbroken } from "./parts/unbroken.tsx";
import { usePlace } from "./place.ts";
import { routeOf, type Route } from "./routes.ts";
import { useViewer } from "./viewer.ts";
import { languageIn, useWords } from "./words/words.ts";
import { Outbox } from "./forms/outbox.tsx";
import { SavedNotice } from "./forms/saved.tsx";

/** As which the part of the program is missing that the place needs. */
const SCREEN = "screen";

/** The whole page: its head, and the screen of the place. */
export function App() {
  const place = usePlace();
  const words = useWords();
  const viewer = useViewer();
  useTerms();
  const language = languageIn(place.query);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const route = routeOf(place.path);
  const [loaded, setLoaded] = useState<{ readonly route: Route; readonly Screen: ComponentType }>();
  const isMissing = useMissing();
  useEffect(() => {
    if (!route) return;
    let here = true;
    route.load().then(
      (Screen) => {
        noteMissing(SCREEN, false);
        if (here) setLoaded({ route, Screen });
      },
      () => here && noteMissing(SCREEN, true),
    );
    return () => {
      here = false;
      noteMissing(SCREEN, false);
    };
  }, [route]);
  useEffect(() => {
    document.title = route ? `${route.title(words)} · ${words.title}` : words.title;
  }, [route, words]);

  const mayNot = route?.needs && !viewer[route.needs];
  return (
    <Frame>
      <Outbox />
      {isMissing && (
        <p class="notice fault" role="alert">
          {words.failures.missing}{" "}
          <button type="button" onClick={() => location.reload()}>
            {words.failures.reload}
          </button>
        </p>
      )}
      {!route ? (
        <p class="notice">{words.common.notFound}</p>
      ) : mayNot ? (
        <NotForYou />
      ) : loaded?.route === route && loaded ? (
        <Unbroken key={`${place.path} ${viewer.subject ?? ""} ${viewer.role}`}>
          <loaded.Screen />
        </Unbroken>
      ) : (
        !isMissing && <p class="quiet waiting">{words.common.loading}</p>
      )}
      <SavedNotice />
    </Frame>
  );
}
