#!/usr/bin/env python3
"""Derives the coefficients of the kernels' polynomials and prints each with its largest error. Needs mpmath.

    python3 derive.py            all of them (a few minutes)
    python3 derive.py exp log    some

Polynomials: interpolation at Chebyshev nodes in 60 digits, coefficients rounded to double, the error measured with the rounded ones.
Rational functions: linearised interpolation (mills), or Lawson's iteration towards the weighted minimax (tail).
"""
import sys

import mpmath as m

m.mp.dps = 60
mpf = m.mpf


def chebyshev_nodes(low, high, count):
    return [(low + high) / 2 - (high - low) / 2 * m.cos(m.pi * (2 * k + 1) / (2 * count)) for k in range(count)]


def solve(rows, values):
    a = m.matrix(rows)
    b = m.matrix(values)
    return list(m.lu_solve(a, b))


def polynomial(function, low, high, degree):
    nodes = chebyshev_nodes(mpf(low), mpf(high), degree + 1)
    exact = solve([[x**j for j in range(degree + 1)] for x in nodes], [function(x) for x in nodes])
    return [float(c) for c in exact]


def evaluate(coefficients, x):
    return sum(mpf(c) * x**j for j, c in enumerate(coefficients))


def report(name, coefficients, error):
    print(f"{name}: largest error {m.nstr(error, 3)}")
    for c in coefficients:
        print(f"    {c!r}")


def grid(low, high, count=400):
    return [mpf(low) + (mpf(high) - mpf(low)) * k / count for k in range(count + 1)]


def exp(name="exp", degree=9):
    half = m.log(2) / 2 * mpf("1.0005")

    def q(r):
        return mpf(1) / 2 + r / 6 if abs(r) < mpf(10) ** -15 else (m.exp(r) - 1 - r) / r**2

    c = polynomial(q, -half, half, degree)
    report(f"{name}: e^r = 1 + r + r^2 q(r), relative", c, max(abs((1 + r + r * r * evaluate(c, r)) / m.exp(r) - 1) for r in grid(-half, half)))


def density():
    """The density of Black-76: one term fewer; the kernel takes the series in -r, so odd terms change sign."""
    exp("density", 8)


def log():
    top = ((m.sqrt(2) - 1) / (m.sqrt(2) + 1) * mpf("1.0005")) ** 2

    def g(z):
        s = m.sqrt(z)
        return mpf(2) / 3 + 2 * z / 5 if z < mpf(10) ** -20 else (2 * m.atanh(s) - 2 * s) / (s * z)

    c = polynomial(g, 0, top, 6)
    points = [z for z in grid(0, top) if z > 0]
    report("log: 2 atanh(s) = 2 s + s z g(z), relative", c,
           max(abs((2 + z * evaluate(c, z)) * m.sqrt(z) / (2 * m.atanh(m.sqrt(z))) - 1) for z in points))


def upper_quantile(p):
    """z with N(-z) = p, by Newton's method on the logarithm."""
    z = m.sqrt(-2 * m.log(p)) if p < mpf("0.2") else mpf("0.5")
    for _ in range(80):
        tail = m.erfc(z / m.sqrt(2)) / 2
        step = (m.log(tail) - m.log(p)) * tail / (m.exp(-z * z / 2) / m.sqrt(2 * m.pi))
        z += step
        if abs(step) < mpf(10) ** -50:
            break
    return z


def quantile_ratio(w):
    """z / (2u - 1) as a function of w = -ln(4u(1 - u)), on the upper half."""
    root = m.sqrt(1 - m.exp(-w))
    return m.sqrt(2 * m.pi) / 2 if root < mpf(10) ** -25 else upper_quantile(m.exp(-w) / (2 * (1 + root))) / root


def quantile():
    parts = [("centre, in w - 3.125", lambda x: quantile_ratio(x + mpf("3.125")), -3.125, 3.125, 22),
             ("shoulder, in sqrt(w) - 3.25", lambda x: quantile_ratio((x + mpf("3.25")) ** 2), -0.75, 0.75, 18),
             ("tail, in sqrt(w) - 5.05", lambda x: quantile_ratio((x + mpf("5.05")) ** 2), -1.05, 1.05, 16)]
    for name, function, low, high, degree in parts:
        c = polynomial(function, low, high, degree)
        points = [x for x in grid(low, high, 120) if x > low]
        report(f"quantile, {name}, relative", c, max(abs(evaluate(c, x) / function(x) - 1) for x in points))


def scaled_tail(b):
    return m.exp(b * b) * m.erfc(b) / 2


def rational_nodes(top, centre, count):
    return [centre * (1 + t) / (1 - t) for t in chebyshev_nodes(mpf(-1), (top - centre) / (top + centre), count)]


def mills(p=8, q=9, top=mpf(38), centre=mpf(3)):
    def g(a):
        return scaled_tail(a / m.sqrt(2))

    rows, values = [], []
    for a in rational_nodes(top, centre, p + q + 1):
        w = 1 / (g(a) * (1 + a) ** q)
        rows.append([w * a**j for j in range(p + 1)] + [-w * g(a) * a**j for j in range(1, q + 1)])
        values.append(w * g(a))
    s = solve(rows, values)
    up, down = [float(c) for c in s[: p + 1]], [1.0] + [float(c) for c in s[p + 1 :]]
    points = [top * (mpf(k) / 600) ** 2 for k in range(601)]
    report("mills: e^{a^2/2} N(-a) = P/Q, numerator then denominator, relative", up + down,
           max(abs(evaluate(up, a) / evaluate(down, a) / g(a) - 1) for a in points))


def tail(p=6, q=7, top=mpf(6), count=100, rounds=25):
    """Weighted by the tail itself, so that the absolute error of N is level."""
    points = rational_nodes(top, mpf(2), count)
    values = [scaled_tail(b) for b in points]
    level = [2 * g * m.exp(-b * b) for b, g in zip(points, values)]
    weights, previous, best = [mpf(1)] * count, [(1 + b) ** q for b in points], None
    for _ in range(rounds):
        normal, right = m.matrix(p + q + 1, p + q + 1), m.matrix(p + q + 1, 1)
        for b, g, v, w, d in zip(points, values, level, weights, previous):
            scale = m.sqrt(w) * v / (g * d)
            row = [scale * b**j for j in range(p + 1)] + [-scale * g * b**j for j in range(1, q + 1)]
            for i, x in enumerate(row):
                right[i] += x * scale * g
                for j, y in enumerate(row):
                    normal[i, j] += x * y
        s = list(m.lu_solve(normal, right))
        up, down = s[: p + 1], [mpf(1)] + s[p + 1 :]
        previous = [sum(c * b**j for j, c in enumerate(down)) for b in points]
        errors = [v * abs(sum(c * b**j for j, c in enumerate(up)) / d / g - 1) for b, g, v, d in zip(points, values, level, previous)]
        if best is None or max(errors) < best[0]:
            best = max(errors), up, down
        total = sum(w * e for w, e in zip(weights, errors))
        weights = [w * e / total * count for w, e in zip(weights, errors)]
    _, up, down = best
    up, down = [float(c) for c in up], [float(c) for c in down]
    worst = max(abs(evaluate(up, b) / evaluate(down, b) - scaled_tail(b)) * m.exp(-b * b) for b in grid(0, 8))
    report("tail: e^{b^2} erfc(b)/2 = P/Q, numerator then denominator, absolute error of the tail", up + down, worst)


if __name__ == "__main__":
    everything = dict(exp=exp, density=density, log=log, mills=mills, quantile=quantile, tail=tail)
    for chosen in sys.argv[1:] or everything:
        everything[chosen]()
