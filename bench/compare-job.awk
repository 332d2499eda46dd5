# Part of compare-job.sh. Compares one run of each program (variables ours, peer, pair, shape), or sums up such comparisons (summary).
#   ours: the output of `job --json`
#   peer: a line "... end-to-end best X med Y s (scen A price B agg C risk D) | sumVaR V sumES E VaR0 v ES0 e"

function fail(text) {
    print "compare-job.sh: " text > "/dev/stderr"
    failed = 1
    exit 1
}

function json_number(text, name,    at) {
    if (!match(text, "\"" name "\": *[-+0-9.eE]+"))
        fail("our output has no " name)
    at = substr(text, RSTART, RLENGTH)
    sub(/^[^:]*: */, "", at)
    return at + 0
}

function word_after(text, name,    words, n, i) {
    gsub(/[()|]/, " ", text)
    n = split(text, words, /[ \t]+/)
    for (i = 1; i < n; i++)
        if (words[i] == name && words[i + 1] ~ /^[-+]?[0-9]/)
            return words[i + 1] + 0
    fail("the peer's output has no number for " name)
}

function difference(a, b) {
    return b == 0 ? (a == 0 ? 0 : 1) : (a > b ? a - b : b - a) / (b > 0 ? b : -b)
}

function check(name, mine, theirs,    d) {
    d = difference(mine, theirs)
    if (!(d <= 1e-9))
        fail(sprintf("%s differs: ours %.15g, peer %.15g (relative %.2g)", name, mine, theirs, d))
    if (d > worst)
        worst = d
}

function compare(    line, text, theirs, mine_total, peer_total, mine_rate, peer_rate, n) {
    while ((getline line < ours) > 0)
        text = text line " "
    while ((getline line < peer) > 0)
        if (line ~ /end-to-end best/)
            theirs = substr(line, index(line, "end-to-end best"))
    if (theirs == "")
        fail("the peer printed no line with 'end-to-end best'")
    check("sumVaR", json_number(text, "sumVaR"), word_after(theirs, "sumVaR"))
    check("sumES", json_number(text, "sumES"), word_after(theirs, "sumES"))
    check("var0", json_number(text, "var0"), word_after(theirs, "VaR0"))
    check("es0", json_number(text, "es0"), word_after(theirs, "ES0"))

    # The peer makes its scenarios on the clock; ours are given.
    mine_total = json_number(text, "total")
    peer_total = word_after(theirs, "best") - word_after(theirs, "scen")
    if (peer_total <= 0 || word_after(theirs, "price") <= 0)
        fail("the job is too short for the digits that the peer prints")
    # All instruments over the seconds of the pricing stage, on both sides.
    split(shape, n, " ")
    mine_rate = n[1] * n[2] / json_number(text, "revaluation")
    peer_rate = n[1] * n[2] / word_after(theirs, "price")
    printf "pair %d: ours %.6f s, %.4g prices/s; peer %.6f s, %.4g prices/s; ratio of seconds %.4f, of prices/s %.4f; figures agree to %.1g\n", \
        pair, mine_total, mine_rate, peer_total, peer_rate, mine_total / peer_total, mine_rate / peer_rate, worst
    printf "        ours: transfer %.4f, scenarios %.4f, revaluation %.4f, aggregation %.4f, tail %.4f, figures %.4f; peer: price %.4f, agg %.4f, risk %.4f\n", \
        json_number(text, "transfer"), json_number(text, "scenarios"), json_number(text, "revaluation"), json_number(text, "aggregation"), \
        json_number(text, "tail"), json_number(text, "figures"), word_after(theirs, "price"), word_after(theirs, "agg"), word_after(theirs, "risk")
}

function median(values, count,    i, j, v) {
    for (i = 2; i <= count; i++) {
        v = values[i]
        for (j = i - 1; j >= 1 && values[j] > v; j--)
            values[j + 1] = values[j]
        values[j + 1] = v
    }
    return count % 2 ? values[(count + 1) / 2] : (values[count / 2] + values[count / 2 + 1]) / 2
}

function least(values, count,    i, v) {
    v = values[1]
    for (i = 2; i <= count; i++)
        if (values[i] < v)
            v = values[i]
    return v
}

function most(values, count,    i, v) {
    v = values[1]
    for (i = 2; i <= count; i++)
        if (values[i] > v)
            v = values[i]
    return v
}

BEGIN {
    if (!summary)
        compare()
}

summary && /^pair / {
    pairs++
    gsub(/[:;,]/, "")
    # pair N ours T s R prices/s peer T s R prices/s ratio of seconds Q of prices/s Q ...
    mine[pairs] = $4; mine_rates[pairs] = $6; peers[pairs] = $9; peer_rates[pairs] = $11
    seconds[pairs] = $16; rates[pairs] = $19
}

END {
    if (summary && !failed) {
        printf "seconds, ours / peer (below 1: ours is faster):   median of pairs %.4f, least %.4f, most %.4f; best run of ours / best of peer %.4f\n", \
            median(seconds, pairs), least(seconds, pairs), most(seconds, pairs), least(mine, pairs) / least(peers, pairs)
        printf "prices/s, ours / peer (above 1: ours is faster):  median of pairs %.4f, least %.4f, most %.4f; best run of ours / best of peer %.4f\n", \
            median(rates, pairs), least(rates, pairs), most(rates, pairs), most(mine_rates, pairs) / most(peer_rates, pairs)
    }
    exit failed
}
