using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Sections;

/// <summary>A list that may be very long: the first items in sight, more behind a fold, and a count of what the page leaves out.</summary>
internal static class LongList
{
    private const int InSight = 20, InPage = 1_000;

    public static void Write<T>(MarkupWriter page, IReadOnlyList<T> items, Action<T> writeItem) =>
        Fold(page, items, part => Items(page, part, writeItem));

    /// <summary>The same of anything that holds items: called for those in sight and, where there are more, for those behind the fold.</summary>
    public static void Fold<T>(MarkupWriter page, IReadOnlyList<T> items, Action<IReadOnlyList<T>> writePart)
    {
        writePart([.. items.Take(InSight)]);
        if (items.Count <= InSight)
            return;
        int folded = Math.Min(items.Count, InPage) - InSight;
        using (page.In("details"))
        {
            page.Leaf("summary", $"{Figure.Count(folded)} more");
            writePart([.. items.Skip(InSight).Take(folded)]);
        }
        if (items.Count > InPage)
            page.Leaf("p", $"This page lists the first {Figure.Count(InPage)} of {Figure.Count(items.Count)}.");
    }

    private static void Items<T>(MarkupWriter page, IEnumerable<T> items, Action<T> writeItem)
    {
        using (page.In("ul"))
        {
            foreach (T item in items)
            {
                using (page.In("li"))
                    writeItem(item);
            }
        }
    }
}
