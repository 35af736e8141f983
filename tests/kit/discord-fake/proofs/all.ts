import { commandProofs } from "./commands.ts";
import { componentProofs } from "./components.ts";
import { gatewayProofs } from "./gateway.ts";
import { interactionProofs } from "./interactions.ts";
import { messageProofs } from "./messages.ts";
import { placeProofs } from "./places.ts";
import type { Proof } from "./proof.ts";
import { requestProofs } from "./requests.ts";

export const proofs: readonly Proof[] = [
  ...requestProofs,
  ...messageProofs,
  ...componentProofs,
  ...commandProofs,
  ...placeProofs,
  ...interactionProofs,
  ...gatewayProofs,
];
