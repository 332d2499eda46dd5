using System.Globalization;
using GpuRisk.Reports.Formats;
using GpuRisk.Reports.Markup;

namespace GpuRisk.Reports.Svg;

/// <summary>A correlation matrix as coloured cells, a scale beside them, and the number in each cell where it has room for one.</summary>
internal static class CorrelationHeatMap
{
    private const double Side = 560, Names = 120, Slanted = 96, Scale = 70, Swatches = 41;
    private const int LongestName = 18;

    /// <summary>Wide enough for <c>-0.07</c>.</summary>
    private const double NumberCell = 34;

    private const double SmallestCell = 13, LargestCell = 64;

    public static void Draw(MarkupWriter page, CorrelationMatrix matrix)
    {
        double cell = Math.Clamp(Math.Floor(Side / matrix.Names.Count), SmallestCell, LargestCell), side = cell * matrix.Names.Count;
        // A scale shorter than this would run its labels into one another.
        double height = Slanted + Math.Max(side, 120) + 8;
        using (page.In("figure"))
        {
            using (page.In(
                "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "chart heat"), ("role", "img"),
                ("viewBox", $"0 0 {Panel.At(Names + side + Scale)} {Panel.At(height)}"), ("width", Panel.At(Names + side + Scale)),
                ("aria-labelledby", "correlation-title correlation-desc")))
            {
                page.Leaf("title", "Correlation of the factors", ("id", "correlation-title"));
                page.Leaf("desc", Description(matrix), ("id", "correlation-desc"));
                for (int i = 0; i < matrix.Names.Count; i++)
                    Labels(page, matrix.Names[i], i, cell);
                for (int row = 0; row < matrix.Names.Count; row++)
                {
                    for (int column = 0; column < matrix.Names.Count; column++)
                        Cell(page, matrix, row, column, cell);
                }
                Legend(page, Names + side + 22, Math.Max(side, 120));
            }
            page.Leaf("figcaption", Caption(matrix));
        }
    }

    private static void Labels(MarkupWriter page, string name, int place, double cell)
    {
        double middle = (place + 0.5) * cell;
        Label(page, name, "tick end", Names - 6, Slanted + middle + 4, null);
        double x = Names + middle + 3, y = Slanted - 6;
        Label(page, name, "tick start", x, y, $"rotate(-50 {Panel.At(x)} {Panel.At(y)})");
    }

    private static void Label(MarkupWriter page, string name, string kind, double x, double y, string? transform)
    {
        (string, string)[] attributes = [("class", kind), ("x", Panel.At(x)), ("y", Panel.At(y))];
        using (page.In("text", transform is null ? attributes : [.. attributes, ("transform", transform)]))
        {
            page.Leaf("title", name);
            page.Text(ShortName.Of(name, LongestName));
        }
    }

    private static void Cell(MarkupWriter page, CorrelationMatrix matrix, int row, int column, double cell)
    {
        bool own = row == column;
        double value = own ? double.NaN : matrix[row, column];
        (double x, double y) = (Names + column * cell, Slanted + row * cell);
        using (page.In(
            "rect", ("class", own ? "cell own" : "cell"), ("x", Panel.At(x)), ("y", Panel.At(y)), ("width", Panel.At(cell - 1)), ("height", Panel.At(cell - 1)),
            ("fill", DivergingColour.Of(value))))
            page.Leaf("title", own ? matrix.Names[row] : $"{matrix.Names[row]} and {matrix.Names[column]}: {Number(value)}");
        if (!own && cell >= NumberCell)
        {
            page.Leaf(
                "text", Number(value), ("class", DivergingColour.IsDark(value) ? "cell-number dark middle" : "cell-number middle"),
                ("x", Panel.At(x + cell / 2)), ("y", Panel.At(y + cell / 2 + 4)));
        }
    }

    private static void Legend(MarkupWriter page, double left, double length)
    {
        double step = length / Swatches;
        for (int i = 0; i < Swatches; i++)
        {
            page.Empty(
                "rect", ("class", "swatch"), ("x", Panel.At(left)), ("y", Panel.At(Slanted + i * step)), ("width", "12"), ("height", Panel.At(step + 0.5)),
                ("fill", DivergingColour.Of(1 - i * 2 / (Swatches - 1))));
        }
        foreach (double value in (double[])[1, 0.5, 0, -0.5, -1])
        {
            double y = Slanted + step / 2 + (1 - value) / 2 * (length - step);
            page.Leaf("text", value.ToString("0.#", CultureInfo.InvariantCulture), ("class", "tick start"), ("x", Panel.At(left + 17)), ("y", Panel.At(y + 4)));
        }
    }

    private static string Number(double value) => double.IsFinite(value) ? Figure.Correlation(value) : "not a number";

    private static string Description(CorrelationMatrix matrix)
    {
        (int row, int column) = Strongest(matrix);
        return $"{Figure.Count(matrix.Names.Count, "factor")}. Strongest: {matrix.Names[row]} and {matrix.Names[column]}, {Number(matrix[row, column])}.";
    }

    private static (int Row, int Column) Strongest(CorrelationMatrix matrix)
    {
        (int Row, int Column) best = (1, 0);
        for (int row = 1; row < matrix.Names.Count; row++)
        {
            for (int column = 0; column < row; column++)
                best = Math.Abs(matrix[row, column]) > Math.Abs(matrix[best.Row, best.Column]) ? (row, column) : best;
        }
        return best;
    }

    private static string Caption(CorrelationMatrix matrix)
    {
        string left = matrix.Factors > matrix.Names.Count ? $" The {matrix.Names.Count} of {Figure.Count(matrix.Factors)} factors that depend most on another." : "";
        return "Orange: move together. Blue: move against one another. Grey: a factor with itself." + left;
    }
}
