/** The number of the control pipe in a solver process: behind standard input, output, error and the messages. */
export const CONTROL_FD = 4;
