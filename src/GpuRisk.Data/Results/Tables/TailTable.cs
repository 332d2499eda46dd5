using GpuRisk.Domain.Measures;

namespace GpuRisk.Data.Results.Tables;

/// <summary><c>tail.arrow</c>: the worst losses of each account, ranks from 1.</summary>
internal static class TailTable
{
    public static void Write(IReadOnlyList<AccountRisk> accounts, string path)
    {
        NameColumn name = new("account", accounts.Select(account => account.Account));
        WholeColumn rank = new("rank"), scenario = new("scenario");
        FigureColumn loss = new("loss");
        using TableWriter table = new(path, "tail", name, rank, scenario, loss);
        for (int i = 0; i < accounts.Count; i++)
        {
            IReadOnlyList<TailLoss> tail = accounts[i].Tail;
            for (int place = 0; place < tail.Count; place++)
            {
                TailLoss worst = tail[place];
                name.Append(i);
                rank.Append(place + 1);
                scenario.Append(worst.Scenario);
                loss.Append(worst.Loss);
                table.EndRow();
            }
        }

        table.Complete();
    }
}
