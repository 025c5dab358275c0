import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useTerms } from "./catalog.ts";
import { Frame } from "./parts/frame.tsx";
import { usePlace } from "./place.ts";
import { routeOf, type Route } from "./routes.ts";
import { useViewer } from "./viewer.ts";
import { languageIn, useWords } from "./words/words.ts";
import { Outbox } from "./forms/outbox.tsx";

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
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    setFailed(false);
    if (!route) return;
    let here = true;
    route.load().then(
      (Screen) => here && setLoaded({ route, Screen }),
      () => here && setFailed(true),
    );
    return () => void (here = false);
  }, [route]);
  useEffect(() => {
    document.title = route ? `${route.title(words)} · ${words.title}` : words.title;
  }, [route, words]);

  const mayNot = route?.needs && !viewer[route.needs];
  return (
    <Frame>
      <Outbox />
      {!route ? (
        <p class="notice">{words.common.notFound}</p>
      ) : mayNot ? (
        <p class="notice">{viewer.subject === null ? words.who.needed : words.who.notYours}</p>
      ) : failed ? (
        <p class="notice fault" role="alert">
          {words.faults.OFFLINE}
        </p>
      ) : loaded?.route === route && loaded ? (
        <loaded.Screen key={`${place.path} ${viewer.subject ?? ""} ${viewer.role}`} />
      ) : (
        <p class="quiet waiting">{words.common.loading}</p>
      )}
    </Frame>
  );
}
