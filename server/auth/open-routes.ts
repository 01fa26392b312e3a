import type { FastifyInstance } from "fastify";

/** Every route of this scope, those of other people's plug-ins too, is answered to anybody. */
export function openRoutes(scope: FastifyInstance): void {
  scope.addHook("onRoute", (route) => {
    route.config = { ...route.config, access: "open" };
  });
}
