"""Writes the tables of this folder: arguments that are doubles, and the exact function of them as high + low, two doubles.

Needs mpmath 1.3. Run it here: python3 make_reference.py. The same script gives the same files.
"""
import math
import random

from mpmath import mp, mpf

mp.prec = 200
SMALLEST = 2.0**-1074
NORMAL = 2.0**-1022


def write(name, header, rows):
    with open(name + ".csv", "w", newline="\n") as file:
        file.write(",".join(header + ["high", "low"]) + "\n")
        for arguments, exact in rows:
            high = float(exact)
            low = float(exact - mpf(high)) if math.isfinite(high) else 0.0
            file.write(",".join(repr(float(x)) for x in list(arguments) + [high, low]) + "\n")


def table(name, arguments, function):
    rows = [((x,), function(mpf(x))) for x in sorted(set(arguments))]
    write(name, ["x"], rows)


def spread(random, low, high, count):
    return [random.uniform(low, high) for _ in range(count)]


def scaled(random, count, deepest):
    """Signed numbers of every size from 1 down to 2^-deepest."""
    return [random.uniform(-1, 1) * 2.0 ** -random.uniform(0, deepest) for _ in range(count)]


def exponential():
    r = random.Random(1)
    edges = [0.0, 1.0, -1.0, 0.5, -0.5, -707.7, -707.6, 709.0, 709.4361393, 709.4361394, 709.5, 709.78, 709.782712893384]
    halves = [(n + 0.5) * math.log(2) for n in range(-1000, 1024, 97)]
    near = [math.nextafter(x, s) for x in halves for s in (-math.inf, math.inf)]
    table("exp", edges + halves + near + spread(r, -707.7, 709.78, 150) + spread(r, -1, 1, 80) + scaled(r, 40, 60), mp.exp)


def logarithm():
    r = random.Random(2)
    edges = [NORMAL, 1.7976931348623157e308, 2.0, 0.5, math.sqrt(2), math.sqrt(0.5), 10.0, 0.1]
    near = [math.nextafter(x, s) for x in (1.0, math.sqrt(2), math.sqrt(0.5)) for s in (0.0, 10.0)]
    wide = [2.0**x for x in spread(r, -1022, 1024, 120)]
    tiny = [SMALLEST, 3 * SMALLEST, NORMAL - SMALLEST] + [2.0**x for x in spread(r, -1074, -1022, 40)]
    ones = [1 + x for x in scaled(r, 80, 50) if 1 + x > 0 and x != 0 and 1 + x != 1]
    table("log", edges + near + wide + spread(r, 0.5, 2, 100) + ones, mp.log)
    table("log_subnormal", tiny, mp.log)


def normal_cdf():
    r = random.Random(3)
    edges = [0.0, 1.0, -1.0, 2.0, -2.0, -37.6, -37.5, -30.0, -8.3, 8.2, 8.3, 38.0, SMALLEST, -SMALLEST]
    table("normal_cdf", edges + spread(r, -37.6, 0, 150) + spread(r, -4, 4, 120) + spread(r, 0, 8.3, 60) + scaled(r, 40, 60), mp.ncdf)


def normal_quantile():
    def inverse(u):
        if u == mpf(1) / 2:
            return mpf(0)
        tail = u if u < mpf(1) / 2 else 1 - u
        z = mp.findroot(lambda x: mp.log(mp.ncdf(x)) - mp.log(tail), -mp.sqrt(-2 * mp.log(tail)) + mpf("0.5"))
        return z if u < mpf(1) / 2 else -z

    r = random.Random(4)
    edges = [2.0**-53, 2.0**-52, 2.0**-32, 2.0**-24, 1 - 2.0**-53, 1 - 2.0**-52, 0.5, 0.5 - 2.0**-54, 0.5 + 2.0**-53, 0.25, 0.75]
    switches = [x * y for x in (4.83e-4, 2.8134e-8) for y in spread(r, 0.99, 1.01, 15)]
    low = [2.0**x for x in spread(r, -53, -1, 100)]
    high = [1 - 2.0**x for x in spread(r, -50, -1, 60)]
    middle = [0.5 + x / 2 for x in scaled(r, 60, 50)]
    table("normal_quantile", edges + switches + low + high + middle + spread(r, 0.001, 0.999, 120), inverse)


def black76():
    """Arguments as Black76.SignedValue takes them: f, k, h, m, v."""
    r = random.Random(5)
    rows = []
    for i in range(300):
        deviation = math.exp(r.uniform(math.log(1e-3), math.log(10)))
        moneyness = r.uniform(-8, 8) if i % 2 else deviation * r.uniform(-9, 9)
        f, m = r.uniform(0.3, 3), r.uniform(0.3, 3)
        w = r.choice([-1, 1])
        arguments = (f, f * math.exp(-moneyness), w * moneyness * math.sqrt(0.5) / (m * deviation), m, w * math.sqrt(0.125) * deviation)
        rows.append(arguments)

    def value(f, k, h, m, v):
        f, k, h, m, v = (mpf(x) for x in (f, k, h, m, v))
        return f * mp.ncdf(mp.sqrt(2) * (h + m * v)) - k * mp.ncdf(mp.sqrt(2) * (h - m * v))

    write("black76", ["f", "k", "h", "m", "v"], [(a, value(*a)) for a in rows])


exponential()
logarithm()
normal_cdf()
normal_quantile()
black76()
