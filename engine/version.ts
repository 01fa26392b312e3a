/** Version of the engine, recorded in every certificate; equal to that of the package. */
export const ENGINE_VERSION = "0.1.0";
