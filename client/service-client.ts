import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./openapi-types.ts";

/** Where the service is, and the key to call it with. */
export interface ServiceAddress {
  /** As `https://placements.example.be`, without `/v1`. */
  readonly url: string;
  /** An API key; left out in a page of the service itself, whose session cookie is sent. */
  readonly key?: string;
  /** Another `fetch`, for tests and proxies. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

export type ServiceClient = Client<paths>;
/** What the service calls a problem (RFC 9457): every answer that is not 2xx. */
export type ServiceProblem = components["schemas"]["Problem"];

/**
 * A client of the service in which every path, parameter, body and answer is typed as the OpenAPI document says:
 * `const { data, error } = await client.GET("/v1/profiles/{id}", { params: { path: { id: "be-2024-05-15" } } })`. Nothing throws but the network.
 */
export function serviceClient({ url, key, fetch }: ServiceAddress): ServiceClient {
  return createClient<paths>({
    baseUrl: url,
    ...(key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }),
    ...(fetch === undefined ? {} : { fetch }),
  });
}
