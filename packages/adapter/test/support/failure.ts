/** For `result.match(unexpected, failure)`: the error of a result that has to be one. */
export function failure<E>(error: E): E {
  return error;
}

/** Fails the test, because there was no error. */
export function unexpected(): never {
  throw new Error('Expected an error, found a success.');
}
