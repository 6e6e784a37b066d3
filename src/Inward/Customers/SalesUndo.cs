using Inward.House;
using Inward.House.Imports;

namespace Inward.Customers;

/// <summary>
/// Undoing an import of sales or of customers. What it created goes, unless it was changed or used since; a customer stays
/// as long as one sale does.
/// </summary>
public sealed record SalesUndo(Undone<Customer> Customers, Undone<Sale> Sales, IReadOnlyList<Noticed> Noticed)
{
    /// <param name="salesNow">All sales of the workspace, or at least those of the customers of this import.</param>
    /// <param name="used">What customers and sales have been used for since, said by the door: "Pumps is named by an ask and stays."</param>
    public static SalesUndo For(
        IReadOnlyList<Change<Customer>> customers, IReadOnlyList<Change<Sale>> sales,
        IEnumerable<Customer> customersNow, IEnumerable<Sale> salesNow, IReadOnlyDictionary<Id, Sentence> used)
    {
        var noticed = new Noticings();
        var now = customersNow.ToDictionary(customer => customer.Id);
        var there = salesNow.ToDictionary(sale => sale.Id);
        var saleUndo = new ImportUndo<Sale>(CustomerFacts.Sale, sale => sale.Name, noticed);
        var back = saleUndo.PutBack(sales, there.GetValueOrDefault).ToDictionary(sale => sale.Id);
        var gone = Needless.Among(saleUndo.Removable(sales, there.GetValueOrDefault), sale => sale.Id, used, [], noticed);
        var leaving = gone.Select(sale => sale.Id).ToHashSet();
        var staying = there.Values.Where(sale => !leaving.Contains(sale.Id)).Select(sale => back.GetValueOrDefault(sale.Id, sale)).ToList();
        var customerUndo = new ImportUndo<Customer>(CustomerFacts.Customer, customer => customer.Name, noticed);
        var customersGone = Needless.Among(customerUndo.Removable(customers, now.GetValueOrDefault), customer => customer.Id, used,
            staying.Where(sale => now.ContainsKey(sale.Customer))
                .Select(sale => new Need(sale.Id, sale.Customer, new Sentence("{0} is the customer of {1} and stays.", now[sale.Customer].Name, sale.Name))), noticed);
        return new SalesUndo(new(customerUndo.PutBack(customers, now.GetValueOrDefault), customersGone), new([.. back.Values], gone), noticed.All);
    }
}
