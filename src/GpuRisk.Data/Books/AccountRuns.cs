namespace GpuRisk.Data.Books;

/// <summary>The rows of a table of positions in which each account stands together: account a in rows RowStart[a] to RowStart[a + 1] - 1.</summary>
/// <param name="Account">The index of each account, in the order of the table.</param>
internal sealed record AccountRuns(int[] Account, int[] RowStart)
{
    public int Count => Account.Length;

    /// <param name="account">The index of each row's account. One that comes again after another begins a further run.</param>
    public static AccountRuns Of(ReadOnlySpan<int> account)
    {
        List<int> found = [], starts = [];
        for (int row = 0; row < account.Length;)
        {
            found.Add(account[row]);
            starts.Add(row);
            int length = account[row..].IndexOfAnyExcept(account[row]);
            row = length < 0 ? account.Length : row + length;
        }

        starts.Add(account.Length);
        return new AccountRuns([.. found], [.. starts]);
    }

    /// <summary>Whether the runs from <paramref name="first"/> to before <paramref name="end"/> hold numbers from 0 to below <paramref name="instruments"/>, each run each number once.</summary>
    public bool HoldEachOnce(ReadOnlySpan<int> held, int first, int end, int instruments)
    {
        // Of each instrument, the run that was seen to hold it last, from 1: a set that needs no clearing between runs.
        int[] holder = new int[instruments];
        for (int run = first; run < end; run++)
        {
            foreach (int number in held[RowStart[run]..RowStart[run + 1]])
            {
                if ((uint)number >= (uint)holder.Length || holder[number] == run + 1)
                    return false;
                holder[number] = run + 1;
            }
        }

        return true;
    }

    /// <summary>The names of the runs; null where one is none, or where an account has two runs.</summary>
    /// <param name="nameOf">The name of an account's index, or null where it has none.</param>
    public string[]? Names(Func<int, string?> nameOf)
    {
        HashSet<string> seen = new(Count, StringComparer.Ordinal);
        string[] names = new string[Count];
        for (int run = 0; run < names.Length; run++)
        {
            if (nameOf(Account[run]) is not { } name || !seen.Add(name))
                return null;
            names[run] = name;
        }

        return names;
    }
}
