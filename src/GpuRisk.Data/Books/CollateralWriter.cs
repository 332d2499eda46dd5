using CsvHelper;
using GpuRisk.Data.Csv;
using GpuRisk.Domain.Portfolios;

namespace GpuRisk.Data.Books;

/// <summary>Writes <c>collateral.csv</c> and <c>haircuts.csv</c>.</summary>
internal static class CollateralWriter
{
    public static void Write(IReadOnlyList<CollateralHolding> holdings, string path)
    {
        using CsvWriter table = CsvWriter.ToFile(path, CsvFormat.Writing);
        table.WriteHeader([.. BookFiles.CollateralColumns.Select(column => column.Name)]);
        foreach (CollateralHolding holding in holdings)
        {
            table.WriteName(holding.Account);
            table.WriteName(holding.Asset);
            table.WriteFinite(holding.Quantity);
            table.EndRecord();
        }
    }

    public static void Write(IReadOnlyList<HaircutSchedule> schedules, string path)
    {
        using CsvWriter table = CsvWriter.ToFile(path, CsvFormat.Writing);
        table.WriteHeader([.. BookFiles.HaircutColumns.Select(column => column.Name)]);
        foreach (HaircutSchedule schedule in schedules)
        {
            foreach (HaircutTier tier in schedule.Tiers)
            {
                table.WriteName(schedule.Asset);
                table.WriteFinite(tier.From);
                if (double.IsPositiveInfinity(tier.To))
                    table.WriteEmpty();
                else
                    table.WriteFinite(tier.To);
                table.WriteFinite(tier.Haircut);
                table.EndRecord();
            }
        }
    }
}
