import { Accessibility } from "./about/accessibility.tsx";
import type { SessionShape } from "./api/shapes.ts";
import { useAnswer } from "./api/use-answer.ts";
import { CheckScreen } from "./check/check-screen.tsx";
import { DecideScreen } from "./decide/decide-screen.tsx";
import { useTexts } from "./language/texts.tsx";
import { LoadScreen } from "./load/load-screen.tsx";
import { Busy, Refusal } from "./parts/notices.tsx";
import { PolicyScreen } from "./policy/policy-screen.tsx";
import { ResultScreen } from "./result/result-screen.tsx";
import { useLocation } from "./router.ts";
import { RunScreen } from "./run/run-screen.tsx";
import { Frame } from "./shell/frame.tsx";
import { SignIn } from "./shell/sign-in.tsx";
import { WhatIfScreen } from "./what-if/what-if-screen.tsx";

/** The page: who is signed in, then the screen that the address names. */
export function App() {
  const { t } = useTexts();
  const location = useLocation();
  const session = useAnswer<SessionShape>("/v1/session");
  if (location.screen === "accessibility") {
    return (
      <Frame location={location} session={session.state === "here" ? session.body : null} signedOut={session.again}>
        <Accessibility />
      </Frame>
    );
  }
  if (session.state === "waiting") return <Busy text={t.common.waiting} />;
  if (session.state === "refused") {
    return (
      <Frame location={location} session={null} signedOut={session.again}>
        {session.problem.status === 401 ? (
          <SignIn signedIn={session.again} />
        ) : (
          <Refusal problem={session.problem} again={session.again} />
        )}
      </Frame>
    );
  }
  return (
    <Frame location={location} session={session.body} signedOut={session.again}>
      <Screens location={location} />
    </Frame>
  );
}

function Screens({ location }: { readonly location: ReturnType<typeof useLocation> }) {
  switch (location.screen) {
    case "check":
      return <CheckScreen location={location} />;
    case "policy":
      return <PolicyScreen location={location} />;
    case "run":
      return <RunScreen location={location} />;
    case "result":
      return <ResultScreen location={location} />;
    case "what-if":
      return <WhatIfScreen location={location} />;
    case "decide":
      return <DecideScreen location={location} />;
    default:
      return <LoadScreen location={location} />;
  }
}
