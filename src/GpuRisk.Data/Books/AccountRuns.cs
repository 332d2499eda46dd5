namespace GpuRisk.Data.Books;

/// <summary>
/// Builds a sparse matrix from rows in which each account stands in one run and holds an instrument once. What breaks that rule ends it: the
/// rows are then read one by one, which says what is wrong, or sorts them.
/// </summary>
/// <param name="instruments">How many instruments the book has.</param>
/// <param name="accountName">The name of an account's index, or null where it is no name.</param>
internal sealed class AccountRuns(int instruments, Func<int, string?> accountName)
{
    /// <summary>Of each instrument, the account that was seen to hold it last, from 1: a set that needs no clearing between accounts.</summary>
    private readonly int[] holder = new int[instruments];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<int> rowStart = [];
    private int current = -1;
    private int rows;

    public List<string> Accounts { get; } = [];

    /// <summary>Where the rows of each account begin, and the end of the last.</summary>
    public int[] RowStarts() => [.. rowStart, rows];

    /// <summary>The next rows: the index of each one's account, and the number of its instrument.</summary>
    public bool TryAdd(ReadOnlySpan<int> account, ReadOnlySpan<int> held)
    {
        int row = 0;
        while (row < account.Length)
        {
            if (account[row] != current && !TryBegin(account[row], rows + row))
                return false;
            int length = account[row..].IndexOfAnyExcept(current);
            if (length < 0)
                length = account.Length - row;
            if (!AreNew(held.Slice(row, length)))
                return false;
            row += length;
        }

        rows += account.Length;
        return true;
    }

    /// <summary>A second run of one account is known by its name, and so are two indices of one name.</summary>
    private bool TryBegin(int account, int row)
    {
        if (accountName(account) is not { } name || !seen.Add(name))
            return false;
        current = account;
        Accounts.Add(name);
        rowStart.Add(row);
        return true;
    }

    private bool AreNew(ReadOnlySpan<int> held)
    {
        int[] last = holder;
        int owner = Accounts.Count;
        foreach (int number in held)
        {
            if ((uint)number >= (uint)last.Length || last[number] == owner)
                return false;
            last[number] = owner;
        }

        return true;
    }
}
