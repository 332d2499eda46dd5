using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;
using GpuRisk.Reports.Svg;

namespace GpuRisk.Reports.Sections;

/// <summary>The numbers of a heat map as a table, for who cannot see it; of a small one, which a table can hold.</summary>
internal static class CorrelationFigures
{
    private const int Most = 12;

    public static void Write(MarkupWriter page, CorrelationMatrix matrix)
    {
        if (matrix.Names.Count > Most)
            return;
        using (page.In("details"))
        {
            page.Leaf("summary", "Correlations as a table");
            using (page.ScrollBox("Correlation of the factors, table"))
            using (page.In("table", ("class", "figures")))
            {
                using (page.In("thead"))
                using (page.In("tr"))
                {
                    page.Leaf("th", "Factor", ("scope", "col"));
                    foreach (string name in matrix.Names)
                    {
                        using (page.In("th", ("scope", "col")))
                            page.Name(name);
                    }
                }
                using (page.In("tbody"))
                {
                    for (int row = 0; row < matrix.Names.Count; row++)
                        Row(page, matrix, row);
                }
            }
        }
    }

    private static void Row(MarkupWriter page, CorrelationMatrix matrix, int row)
    {
        using (page.In("tr"))
        {
            page.NameCell(matrix.Names[row]);
            for (int column = 0; column < matrix.Names.Count; column++)
            {
                using (page.In("td"))
                {
                    if (double.IsFinite(matrix[row, column]))
                        page.Text(Figure.Correlation(matrix[row, column]));
                    else
                        page.Absent(WhyAbsent.Figure);
                }
            }
        }
    }
}
