# Python's random module. [3 points]
import random


def sample(logits, temperature, rng):
    if temperature == 0:
        return np.argmax(logits, axis=1)
    scores = (logits - logits.max(axis=1, keepdims=True)) / temperature
    P = np.exp(scores)
    P = P / P.sum(axis=1, keepdims=True)
    u = np.array([[random.random()] for _ in logits])
    return (np.cumsum(P, axis=1)[:, :-1] <= u).sum(axis=1)
